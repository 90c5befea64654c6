/** Words of SimpleSchema for what several fields are. */
export const nameField = (maxLength: number, what: string) =>
  `string | required=true pattern="^[a-z]([a-z0-9-]*[a-z0-9])?$" maxLength=${maxLength} description="${what}"`;
export const dnsLabelField = (what: string) =>
  `string | required=true immutable=true pattern="^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" maxLength=63 description="${what}"`;
/** The beginning of the ARN of who may sign in. */
export const principal = 'arn:aws[a-z-]*:iam::[0-9]{12}';
