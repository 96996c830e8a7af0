// What is loaded when a text changes, or might.

export { Amendementen } from './amendementen';
export { GeldtNog } from './geldtnog';
export { HerzienDialog, Versies } from './herziening';
