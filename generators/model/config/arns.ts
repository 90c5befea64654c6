import { z } from 'zod';

// Names of what AWS has. Its model and add-ons that need one of its roles share these.

/** Whom an access entry of EKS can name: no group, and no session of a role. */
export const principalArnSchema = z.string().regex(/^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)\/[\w+=,.@/-]+$/);
export const roleArnSchema = z.string().regex(/^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/);
export const policyArnSchema = z.string().regex(/^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy\/[\w+=,.@/-]+$/);
