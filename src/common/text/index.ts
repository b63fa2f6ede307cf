export { cutText, isStorable, storable } from './storable-text';
