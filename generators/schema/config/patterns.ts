// Texts that reach Git, Helm, kustomize, container runtimes and AWS. What these could take for anything but an address, a
// reference, a path or a name is refused: credentials, options, ways up, placeholders, control characters.

const port = '(?::[0-9]{1,5})?';
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
/** The last label of a name begins with a letter: a number in another form than a.b.c.d is an address in disguise. */
const hostName = String.raw`(?:${label}\.)*(?![0-9])${label}`;
const ipv4 = String.raw`(?:[0-9]{1,3}\.){3}[0-9]{1,3}`;
/** The machine itself, and where clouds serve metadata and credentials to whoever asks from inside. */
const withinMachine = String.raw`(?:localhost|instance-data|instance-data\.ec2\.internal|metadata\.google\.internal|(?:0|127)(?:\.[0-9]+){3}|169\.254(?:\.[0-9]+){2})(?:[:/]|$)`;
const host = `(?!${withinMachine})(?:${ipv4}|${hostName})`;

const dots = String.raw`\.{1,2}(?:\/|$)`;
const urlPath = String.raw`(?:\/(?!${dots})[\w.@:~+-]*)*`;
const scpPath = String.raw`\/?(?!${dots}|-)[\w.~+-]+${urlPath}`;

/** As `git check-ref-format` has it, and no part begins with a dash. */
const referenceRules = String.raw`(?!.*(?:\.\.|\.lock(?:\/|$)))`;
const referencePart = String.raw`\w(?:[\w.+-]*[\w+-])?`;
const fullReference = String.raw`refs\/(?:heads|tags)\/${referenceRules}${referencePart}(?:\/${referencePart})*`;
const versionTag = String.raw`${referenceRules}v?[0-9](?:[\w.+-]*[\w+-])?`;

const pathRules = String.raw`(?!-|(?:.*\/)?(?:\.\.?|\.git)(?:\/|$))`;
const pathOf = (part: string): string => String.raw`(?:\.|${pathRules}(?:${part})+(?:\/(?:${part})+)*)`;

/** As the reference grammar of container registries has it. */
const imagePart = '[a-z0-9]+(?:(?:[.]|_{1,2}|-+)[a-z0-9]+)*';
const imageRepository = String.raw`(?!${withinMachine})(?:${host}${port}\/)?${imagePart}(?:\/${imagePart})*`;
const imageTag = String.raw`:\w[\w.-]{0,127}`;
const imageDigest = '@sha256:[0-9a-f]{64}';

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

/** Patterns by what they describe. */
export const patterns = {
  gitAddress: whole(
    String.raw`(?:https|git):\/\/${host}${port}${urlPath}|ssh:\/\/(?:\w[\w.-]*@)?${host}${port}${urlPath}|git@${host}:${scpPath}`,
  ),
  chartAddress: whole(String.raw`(?:https|oci):\/\/${host}${port}${urlPath}`),
  /** A mirror may stand in the fleet's own network. */
  mirrorAddress: whole(String.raw`(?:https?|oci):\/\/${host}${port}${urlPath}`),
  fullReference: whole(fullReference),
  revision: whole(`${fullReference}|${versionTag}|[0-9a-f]{40}`),
  path: whole(pathOf(String.raw`[\w.-]|\{spoke\}|\{environment\}`)),
  image: whole(`${imageRepository}(?:${imageTag}(?:${imageDigest})?|${imageDigest})`),
  imageBeginning: whole(String.raw`(?:${host}${port}|${imageRepository})\/?`),
  /** What IAM, EC2, EKS, KMS and CloudWatch Logs all take, of whose spaces only the plain one. */
  tagKey: /^[\p{L}\p{N} _.:/=+\-@]+$/u,
  tagValue: /^[\p{L}\p{N} _.:/=+\-@]*$/u,
} as const;
