export * from './bearer-session.js';
export * from './deliver-load.js';
export * from './key-custody.js';
export * from './key-files.js';
export * from './platform-session.js';
export * from './prepare-load.js';
export * from './region-of-lab.js';
export * from './sign-in-with-password.js';
