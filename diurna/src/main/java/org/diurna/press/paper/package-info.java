/**
 * A release on paper: pages of A4 as tagged PDF/UA-1 (ISO 14289-1) and PDF/A-3 (ISO 19005-3). Text is shaped by the JDK's
 * HarfBuzz and broken by ICU; fonts lie in the program and are embedded as subsets. The same leaflet gives the same bytes.
 */
@NullMarked
package org.diurna.press.paper;

import org.jspecify.annotations.NullMarked;
