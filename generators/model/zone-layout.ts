/** How many zones of its region a network has, or which. */
export interface ZoneLayout {
  readonly azCount: number;
  readonly azs?: readonly string[] | undefined;
}
