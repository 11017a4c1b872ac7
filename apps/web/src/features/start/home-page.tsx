import { useQuery } from '@tanstack/react-query';
import { meOptions } from '../../app/session.js';
import { LandingPage } from './landing-page.js';
import { StartPage } from './start-page.js';

export function HomePage() {
  const me = useQuery(meOptions);
  return me.data == null ? <LandingPage /> : <StartPage me={me.data} />;
}
