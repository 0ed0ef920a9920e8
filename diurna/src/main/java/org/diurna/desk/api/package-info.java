/**
 * What the management API is made of: calls with the shapes that they take and give, the problems that they answer with,
 * and the OpenAPI document that is written from them. It knows no release; the desk makes its calls of it.
 */
@NullMarked
package org.diurna.desk.api;

import org.jspecify.annotations.NullMarked;
