import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

/** What stands over the page, opened by a button or by the address. */
export function Overlays({ open }: { open: string | null }) {
  const [shown, setShown] = useState(open);
  const [title, setTitle] = useState('');
  const [saved, setSaved] = useState<string[]>([]);
  const [tried, setTried] = useState(open === 'dialog');
  return (
    <div className="row">
      <Button onPress={() => setShown('dialog')}>Dialog</Button>
      <Button onPress={() => setShown('confirm')}>Question</Button>
      <output>{saved.join(', ')}</output>
      <Dialog title="Enter an order" isOpen={shown === 'dialog'} onClose={() => setShown(null)}>
        <Form
          submitLabel="Save the order"
          isDirty={title !== ''}
          problem={
            tried && title === ''
              ? {
                  code: 'empty',
                  message: 'The order has no title. Nothing was saved.',
                  hint: 'Say what it is.',
                  field: 'title',
                }
              : null
          }
          onSubmit={() => {
            setTried(true);
            if (title === '') return;
            setSaved([...saved, title]);
            setShown(null);
          }}
          onCancel={() => setShown(null)}
        >
          <TextField
            label="Title"
            value={title}
            onChange={setTitle}
            autoFocus
            error={tried && title === '' ? 'Needed.' : undefined}
          />
          <TextField label="What it says" value="" onChange={() => {}} lines={4} />
        </Form>
      </Dialog>
      <ConfirmDialog
        title="Empty the bin?"
        text="Three exhibits leave the vault for good. A backup of yesterday still has them."
        confirmLabel="Empty the bin"
        danger
        isOpen={shown === 'confirm'}
        onConfirm={() => setSaved([...saved, 'emptied'])}
        onClose={() => setShown(null)}
      />
    </div>
  );
}
