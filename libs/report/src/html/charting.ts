/** The parts of the charting library that the pictures need, in one module, so that all of it is loaded late. */
import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** A picture of this size that is drawn to text, without a browser. */
export function blankChart(width: number, height: number): ReturnType<typeof init> {
  return init(null, null, { renderer: 'svg', ssr: true, width, height });
}
