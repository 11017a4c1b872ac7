import './app/no-eval.js';
import { createRoot } from 'react-dom/client';
import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import '@utrecht/component-library-css/dist/index.css';
import './styles/theme.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/components.css';
import './styles/forms.css';
import './styles/tables.css';
import { App } from './app/app.js';
import { startI18n } from './app/i18n/i18n.js';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element with id "app"');
await startI18n();
createRoot(root).render(<App />);
