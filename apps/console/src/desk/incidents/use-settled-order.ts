/** The order of rows on the screen: it follows the wanted one, except while it is held. */
import { useState } from 'react';
import { changesBetween, heldOrder } from './settled-order.js';

interface Settled {
  readonly order: readonly string[];
  /** Rows that will move, come in or leave once it settles. */
  readonly changes: number;
  readonly settle: () => void;
}

/** @param question what the rows are an answer to: when the reader asks something else, the new answer is shown at once */
export function useSettledOrder(wanted: readonly string[], isHeld: boolean, question: string): Settled {
  const [shown, setShown] = useState({ order: wanted, question });
  const order = isHeld && shown.question === question ? heldOrder(shown.order, wanted) : wanted;
  // Adjusted while drawing, as React's documentation has it: nobody sees the order before.
  if (!isSame(order, shown.order) || shown.question !== question) setShown({ order, question });
  return {
    order,
    changes: isHeld ? changesBetween(order, wanted) : 0,
    settle: () => setShown({ order: wanted, question }),
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]));
}
