package org.diurna.desk;

import org.diurna.staff.ProofPages;

/** What every page passes before it shows or does something: who may see, who may do, and who must prove first. */
record Gates(Entrance entrance, Rights rights, ProofPages proof) {}
