import { Component, type ReactNode } from 'react';
import { translate } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import styles from './Frame.module.css';

/** Keeps the frame when a room breaks: says so, and shows the room again where that is wanted. */
export class RoomGuard extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className={styles.broken}>
        <Notice
          tone="danger"
          title={translate('app', 'problem.room')}
          action={
            <Button onPress={() => this.setState({ isBroken: false })}>{translate('app', 'problem.again')}</Button>
          }
        >
          {translate('app', 'problem.hint')}
        </Notice>
      </div>
    );
  }
}
