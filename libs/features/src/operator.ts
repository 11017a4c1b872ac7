/** The operator's commands in the audit log: nobody's colleague, known to no identity provider. */
export const OPERATOR = '00000000-0000-0000-0000-000000000000';
