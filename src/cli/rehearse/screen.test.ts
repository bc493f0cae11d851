import { describe, expect, test } from '@jest/globals';
import { ActionLog } from './action-log.js';
import { clipped, Screen, widthOf, wrapped } from './screen.js';

function screen(stream: { isTTY: boolean; columns?: number }, env: Record<string, string> = {}) {
  let written = '';
  const made = new Screen(
    {
      isTTY: stream.isTTY,
      columns: stream.columns ?? 80,
      hasColors: () => true,
      write: (text: string | Uint8Array) => {
        written += String(text);
        return true;
      },
    },
    env,
  );
  return { screen: made, written: () => written };
}

describe('the screen', () => {
  test('elsewhere than on a terminal there are lines and nothing else', () => {
    const { screen: plain, written } = screen({ isTTY: false });
    plain.show(() => 'alive');
    plain.line(`${plain.paint.red('one')} ${'long '.repeat(40)}end`);
    plain.hide();
    expect(written()).toBe(`one ${'long '.repeat(40)}end\n`);
  });

  test('on a terminal the living line is wiped for each line and drawn again below it', () => {
    const { screen: live, written } = screen({ isTTY: true });
    live.show(() => 'alive');
    live.line('one');
    live.hide();
    expect(written()).toBe('\ralive\x1b[K\r\x1b[Kone\n\ralive\x1b[K\r\x1b[K');
  });

  test('NO_COLOR takes the colours and leaves the living line', () => {
    const coloured = screen({ isTTY: true }).screen;
    const plain = screen({ isTTY: true }, { NO_COLOR: '1' }).screen;
    expect(coloured.paint.red('x')).toBe('\x1b[31mx\x1b[39m');
    expect(plain.paint.red('x')).toBe('x');
    expect(plain.columns).toBe(80);
  });

  test('a dumb terminal is treated as none', () => {
    expect(screen({ isTTY: true }, { TERM: 'dumb' }).screen.columns).toBeUndefined();
  });
});

describe('widths', () => {
  test('the living line never reaches the last column, whatever its colours', () => {
    const { screen: narrow } = screen({ isTTY: true, columns: 40 });
    const text = `${narrow.paint.green('█'.repeat(30))} ${narrow.paint.blue('░'.repeat(30))} and more`;
    const cut = clipped(text, 39);
    expect(widthOf(cut)).toBe(39);
    expect(cut.endsWith('…')).toBe(true);
    // A colour that was switched on is switched off.
    expect(cut.split('\x1b[32m').length).toBe(cut.split('\x1b[39m').length - 1);
  });

  test('lines break at spaces and go on indented; a word that is too long stays whole', () => {
    expect(wrapped('one two three four', 9, 2)).toBe('one two\n  three\n  four');
    expect(wrapped('see /a/very/long/path/that/is/copied now', 12, 0)).toBe(
      'see\n/a/very/long/path/that/is/copied\nnow',
    );
    expect(wrapped('  short', 80, 4)).toBe('  short');
  });
});

describe('the lines of the action that are shown', () => {
  const shown = (...lines: string[]) => {
    const log = new ActionLog();
    return lines.map((line) => log.shown(line)).filter((line) => line !== undefined);
  };

  test('the plan, commands to the runner and the closing sentence are not', () => {
    expect(shown('Plan', '  1. a is live', '', '::error::x', 'Rolled back: it was bad. a serves 100 %.')).toEqual([]);
  });

  test('a state that differs in figures only is shown once', () => {
    expect(shown('a: 1 of 2 tasks', 'a: 2 of 2 tasks', 'a: gone')).toEqual(['a: 1 of 2 tasks', 'a: gone']);
  });

  test('a step that goes on is no change', () => {
    expect(shown('+01:00  ░█  10 %  10 %: 60 s of 300 s served; healthy: all OK')).toEqual([]);
  });

  test('a long reason is given once', () => {
    const reason = `alarm x: in ALARM: ${'because '.repeat(10)}`.trim();
    expect(shown(`+01:00  taking all traffic back: ${reason}`, `+01:01  rolled-back: ${reason}`)).toEqual([
      `taking all traffic back: ${reason}`,
      'rolled-back',
    ]);
  });

  test('a target group is called by its name', () => {
    expect(
      shown('failed in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0a1b)'),
    ).toEqual(['failed in (target-group web)']);
  });
});
