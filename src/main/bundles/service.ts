// What other rooms may ask of bundles.
export { addBundle, addItems, addSection, editSection } from './bundles.ts';
