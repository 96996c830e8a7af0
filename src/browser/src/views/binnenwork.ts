// What is loaded for the inside of an organisation, and for who can commit now.

export { Binnen } from './binnen';
export { OrganisatiePage } from './organisatiepage';
export { ToezegbaarheidView } from './toezegbaarheid';
