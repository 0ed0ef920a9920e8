package org.diurna.desk;

/** The decisions that the page of a draft leads to. */
record Decisions(
        Publish publish, Correct correct, Withdraw withdraw, Submit submit, Approve approve, Return giveBack) {}
