import type { TargetedInputEvent, VNode } from 'preact';
import { useCallback, useId, useState } from 'preact/hooks';
import type { TriedCheck } from '../../src/insights/insightsParts.ts';
import { curveChart } from './curveChart.tsx';
import { Figure } from './figure.tsx';
import type { Words } from './table.tsx';
import { host } from './host.ts';
import type { Room } from './room.ts';
import { Track } from './track.tsx';

interface ThresholdProps {
  readonly check: TriedCheck;
  /** The place of the check among all. */
  readonly place: number;
  readonly words: Words;
}

/** The threshold of one check, to be moved, and what the check does with it. */
export function Threshold({ check, place, words }: ThresholdProps): VNode {
  // The value that is being moved or typed now. An answer to an earlier value must not replace it.
  const [held, hold] = useState<string>();
  const attempt = (value: string, threshold: number): void => {
    hold(value);
    host.send({ kind: 'try', check: place, threshold });
  };
  const type = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
    const { value, valueAsNumber } = currentTarget;
    hold(value);
    // What is not a number yet, such as `99.`, may become one.
    if (isThreshold(valueAsNumber)) {
      attempt(value, valueAsNumber);
    }
  };
  // The slider shows any threshold, but is moved in whole points.
  const slide = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
    const threshold = Math.round(currentTarget.valueAsNumber);
    attempt(String(threshold), threshold);
  };
  const release = (): void => {
    hold(undefined);
  };
  const shown = held ?? String(check.tried);
  const control = { min: 0, value: shown, onBlur: release };
  // A recorded threshold may lie above 100, so only a typed value is called wrong, and only when it is a number.
  const wrong = held !== undefined && held !== '' && !isThreshold(Number(held));
  const reason = useId();
  const number = held === undefined || held === '' ? check.tried : Number(held);
  return (
    <section class="threshold">
      <div class="heading">
        <div>
          <h3>{check.name}</h3>
          <p class="note">{check.share}</p>
        </div>
        <input
          type="number"
          step="any"
          max={check.tried > 100 ? undefined : 100}
          aria-label={check.boxLabel}
          aria-invalid={wrong}
          aria-describedby={wrong ? reason : undefined}
          onInput={type}
          {...control}
        />
      </div>
      {wrong && (
        <p class="note" id={reason} role="alert">
          {check.invalid}
        </p>
      )}
      <div class="slider">
        <Track tried={number} recorded={check.recorded} />
        <input
          type="range"
          step="any"
          max={100}
          aria-label={check.sliderLabel}
          aria-valuetext={number === 0 ? check.offText : textAt(check, number)}
          onInput={slide}
          {...control}
        />
      </div>
      <Curve check={check} words={words} />
    </section>
  );
}

function isThreshold(value: number): boolean {
  return value >= 0 && value <= 100;
}

/** The share rejected at a whole threshold, which does not depend on where the slider is. */
function textAt({ curve, valueText }: TriedCheck, threshold: number): string | undefined {
  const share = curve[threshold];
  return share === undefined
    ? undefined
    : valueText.replace('{0}', String(threshold)).replace('{1}', (share * 100).toFixed(1));
}

/** Drawn again only when its values change, not when the panel sends the same values once more. */
function Curve({ check, words }: { readonly check: TriedCheck; readonly words: Words }): VNode {
  const { curve, tried, recorded, compared, marks, curveEnds: ends } = check;
  const draw = useCallback(
    (room: Room) =>
      curveChart({ curve, tried, recorded, compared, marks, ends, textAt: (at) => textAt(check, at) ?? '' }, room),
    [curve.join(' '), tried, recorded, compared, ...Object.values(marks), ends.first, ends.last],
  );
  const part = { summary: check.curveSummary, table: check.table };
  return (
    <Figure part={part} name={check.curveTitle} draw={draw} words={words}>
      <span class="spoken">{check.curveTitle}</span>
    </Figure>
  );
}
