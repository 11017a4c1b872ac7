import 'reflect-metadata';
import { createApp } from './app.js';
import { readEnv } from './env.js';

const env = readEnv(process.env);
const { app, close } = await createApp(env);
await app.listen(env.PORT, '0.0.0.0');

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
