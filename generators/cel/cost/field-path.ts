/**
 * A path over fields, as a slice of Go. What is appended to two copies of a slice goes to the same place as long as there is
 * room, and cel-go does not guard against that: of the two variables of a loop over `self.a.b`, both may have the path of the second.
 */
export interface FieldPath {
  readonly names: string[];
  readonly length: number;
  readonly room: number;
}

export const noPath: FieldPath = { names: [], length: 0, room: 0 };
export const pathTo = (variable: string): FieldPath => ({ names: [variable], length: 1, room: 1 });

export function append({ names, length, room }: FieldPath, name: string): FieldPath {
  if (length < room) {
    names[length] = name;
    return { names, length: length + 1, room };
  }
  return { names: [...names.slice(0, length), name], length: length + 1, room: Math.max(1, 2 * room) };
}

export const namesOn = ({ names, length }: FieldPath): readonly string[] => names.slice(0, length);
