/** Words of every form. */
export const forms = {
  required: 'This must be filled in',
  save: 'Save',
  add: 'Add',
  edit: 'Edit',
  remove: 'Remove',
  cancel: 'Cancel',
  bin: 'Move to the bin',
  actionsFor: 'Actions for {{name}}',
  leave: {
    title: 'Leave without saving?',
    text: 'What you typed in this form has not been saved.',
    confirm: 'Leave',
  },
};
