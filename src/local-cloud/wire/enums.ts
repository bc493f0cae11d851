/** The accepted strings of a member, or undefined when it is free text. */
export function enumOf(_service: string, _struct: string, _member: string): readonly string[] | undefined {
  return undefined;
}
