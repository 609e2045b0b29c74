/** Beginnings for what is improvised most. All of it is invented, and stays to be written over. */
import type { FormValue } from './form-value.js';

export const TEMPLATES = {
  rumour: {
    kind: 'alert',
    frame: {},
    contents: {
      alert: {
        headline: {
          en: 'A caller reports a disturbance near the site; nothing is confirmed',
          ur: 'ایک فون کے مطابق مقام کے قریب گڑبڑ ہے؛ تصدیق نہیں ہوئی',
          zh: '来电称现场附近有骚动，尚未证实',
        },
        event: { en: 'Unconfirmed report', ur: 'غیر مصدقہ اطلاع', zh: '未经证实的报告' },
        category: ['Security'],
        urgency: 'Unknown',
        severity: 'Unknown',
        certainty: 'Unknown',
        source: 'rumour',
        confidence: 'low',
        releasability: { class: 'JOINT' },
      },
    },
  },
  accident: {
    kind: 'alert',
    frame: {},
    contents: {
      alert: {
        headline: {
          en: 'A bus of the project has left the road; people are hurt',
          ur: 'منصوبے کی ایک بس سڑک سے اتر گئی؛ لوگ زخمی ہیں',
          zh: '一辆项目班车驶出道路，有人受伤',
        },
        event: { en: 'Road accident', ur: 'سڑک حادثہ', zh: '道路事故' },
        category: ['Safety', 'Rescue', 'Transport'],
        urgency: 'Immediate',
        severity: 'Severe',
        certainty: 'Observed',
        responseType: ['Execute'],
        casualties: { injured: 3 },
        releasability: { class: 'JOINT' },
      },
    },
  },
  allClear: {
    kind: 'message',
    frame: {},
    contents: {
      message: {
        from: { en: 'Exercise control', ur: 'مشق کنٹرول', zh: '演习导演部' },
        text: {
          en: 'All clear. Go back to what you were doing.',
          ur: 'خطرہ ٹل گیا۔ اپنے کام پر واپس جائیں۔',
          zh: '警报解除，请恢复原有工作。',
        },
        releasability: { class: 'JOINT' },
      },
    },
  },
  linkDown: { kind: 'link', frame: {}, contents: { link: { side: 'CHN', state: { status: 'down' } } } },
} as const satisfies Record<string, FormValue>;

export const EMPTY: FormValue = {
  kind: 'alert',
  frame: {},
  contents: {
    alert: { urgency: 'Immediate', severity: 'Moderate', certainty: 'Possible', releasability: { class: 'JOINT' } },
  },
};
