/** The suite says this first. What the window logs before and beside it is of interest only when the suite never begins. */
export const SUITE_BEGINS = 'Proviso: the suite begins'

/** Where no file can be written the suite says its counts at the end, behind this. */
export const COUNTS = 'Proviso: counts '
