import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import './screens';
import App from './App.svelte';
import { wire } from './lib/wire';
import { provideSearch } from './shell/search';

wire();
provideSearch();
const target = document.getElementById('app');
if (target) mount(App, { target });
