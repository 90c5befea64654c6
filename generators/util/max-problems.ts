/**
 * Problems of one file that are told: nobody reads more at once, and each costs the finding of its words and its place.
 * Who finds them may stop at one more.
 */
export const MAX_PROBLEMS = 100;
