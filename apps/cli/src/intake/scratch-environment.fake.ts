interface FreshDatabase {
  urls: { ownerUrl: string; operatorUrl: string; apiUrl: string; workerUrl: string };
  superuserUrl: string;
}

/** Lets a command believe that `npm run bench` or `npm run datalab` brought it this database; gives back what takes that away again. */
export function useAsScratch({ urls, superuserUrl }: FreshDatabase): () => void {
  const environment = {
    DATABASE_ADMIN_URL: superuserUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_OPERATOR_URL: urls.operatorUrl,
    DATABASE_API_URL: urls.apiUrl,
    DATABASE_WORKER_URL: urls.workerUrl,
  };
  Object.assign(process.env, environment);
  return () => {
    for (const name of Object.keys(environment)) delete process.env[name];
  };
}
