// What is loaded with the start page, and to invite a list of parties.

export { Contacts } from './contacten';
export { InviteListDialog } from './uitnodiglijst';
export { MijnPagina } from './mijn';
export { NewTafel } from './newtafel';
