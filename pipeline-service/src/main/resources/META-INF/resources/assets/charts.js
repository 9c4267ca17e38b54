// Draws <figure class="chart" data-chart='{…}'>, see Chart.java. ECharts is loaded by pages that have
// a chart, before this module.
const PALETTE = ['#0b7a75', '#b4531a', '#5b4bb3', '#7a6a00'];
const HOUR = 3600 * 1000;
const DARK_PALETTE = ['#4ec9c2', '#f0a36b', '#b0a4f5', '#d9c84d'];

function ready() {
  return new Promise((resolve, reject) => {
    if (window.echarts) { resolve(window.echarts); return; }
    const script = document.createElement('script');
    script.src = '/_static/echarts/dist/echarts.common.min.js';
    script.onload = () => resolve(window.echarts);
    script.onerror = () => reject(new Error('the charts could not be loaded'));
    document.head.append(script);
  });
}

function formats(zone) {
  const make = (options) => {
    try { return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }); }
    catch { return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }); }
  };
  return {
    time: make({ hour: '2-digit', minute: '2-digit' }),
    day: make({ day: 'numeric', month: 'short' }),
    moment: make({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  };
}

function span(chart) {
  const times = [
    ...(chart.lines ?? []).flatMap((line) => line.points.map((point) => point.at)),
    ...(chart.stages ?? []).flatMap((stage) => [stage.from, stage.to]),
  ];
  const [low, high] = times.reduce(([from, to], at) => [Math.min(from, at), Math.max(to, at)], [Infinity, -Infinity]);
  // Whole dates are told at noon; a bar is as wide as its hour.
  const room = chart.daily ? 12 * HOUR : (chart.lines ?? []).some((line) => line.kind === 'BAR') ? HOUR / 2 : 0;
  return [low - room, high + room];
}

const paceText = (seconds) => Math.floor(seconds / 60) + ':' + String(Math.round(seconds % 60)).padStart(2, '0');
const shown = (value, unit) => value == null ? '–'
  : (/^s\//.test(unit) ? paceText(value) + ' ' + unit.replace('s/', '/') : (Math.round(value * 10) / 10) + ' ' + unit);

function optionOf(chart, dark) {
  const ink = dark ? '#e8eeed' : '#16201f';
  const soft = dark ? '#33413f' : '#d5dcdb';
  const format = formats(chart.zone);
  const [from, to] = span(chart);
  const short = to - from <= 36 * HOUR;
  const palette = dark ? DARK_PALETTE : PALETTE;
  const lines = chart.lines ?? [];
  const axes = [...new Set(lines.map((line) => line.axis ?? 0))].sort();
  const yAxis = axes.map((axis) => {
    const first = lines.find((line) => (line.axis ?? 0) === axis);
    return {
      type: 'value', name: first.unit.replace('s/', 'min/'), scale: first.kind !== 'BAR', inverse: !!first.inverse,
      nameTextStyle: { color: ink },
      axisLabel: { color: ink, formatter: (value) => /^s\//.test(first.unit) ? paceText(value) : String(value) },
      splitLine: { lineStyle: { color: soft } },
    };
  });
  const series = lines.map((line, index) => ({
    name: line.name, unit: line.unit, type: line.kind === 'BAR' ? 'bar' : line.kind === 'DOTS' ? 'scatter' : 'line',
    yAxisIndex: axes.indexOf(line.axis ?? 0), connectNulls: false, sampling: line.kind === 'LINE' && line.points.length > 2000 ? 'lttb' : undefined,
    showSymbol: line.points.length < 60, symbolSize: 6, barMaxWidth: 24, stack: chart.daily && line.kind === 'BAR' ? 'date' : undefined,
    itemStyle: { color: palette[index % palette.length] },
    lineStyle: { width: 1.8, type: index === 0 ? 'solid' : index === 1 ? 'dashed' : 'dotted' },
    data: line.points.map((point) => [point.at, point.value ?? null]),
  }));
  (chart.bands ?? []).forEach((band, index) => {
    const stack = 'band' + index;
    series.unshift(
      { name: band.name, type: 'line', stack, silent: true, symbol: 'none', lineStyle: { opacity: 0 }, data: band.ranges.map((r) => [r.at, r.low ?? null]) },
      { name: band.name, type: 'line', stack, silent: true, symbol: 'none', lineStyle: { opacity: 0 }, areaStyle: { color: palette[0], opacity: .16 },
        data: band.ranges.map((r) => [r.at, r.low == null || r.high == null ? null : r.high - r.low]) });
  });
  if ((chart.stages ?? []).length) {
    const names = chart.stageNames ?? [...new Set(chart.stages.map((stage) => stage.name))];
    yAxis.push({ type: 'category', data: names, inverse: true, axisLabel: { color: ink }, splitLine: { show: true, lineStyle: { color: soft } } });
    names.forEach((name, index) => series.push({
      name, type: 'line', step: false, symbol: 'none', yAxisIndex: yAxis.length - 1, connectNulls: false,
      lineStyle: { width: 14, color: palette[index % palette.length], cap: 'butt' },
      data: chart.stages.filter((stage) => stage.name === name).flatMap((stage) => [[stage.from, name], [stage.to, name], [stage.to, null]]),
    }));
  }
  return {
    animation: false, textStyle: { color: ink },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    legend: { show: series.length > 1 && !(chart.stages ?? []).length, top: 0, textStyle: { color: ink } },
    tooltip: {
      trigger: 'axis', confine: true, renderMode: 'richText',
      formatter: (points) => [(chart.daily ? format.day : format.moment).format(points[0].value[0]),
        ...points.filter((point) => lines.some((line) => line.name === point.seriesName) || (chart.stages ?? []).length)
          .map((point) => {
            const line = lines.find((one) => one.name === point.seriesName);
            return line ? line.name + ': ' + shown(point.value[1], line.unit) : point.seriesName;
          })].join('\n'),
    },
    xAxis: { type: 'time', min: from, max: to, axisLabel: { color: ink, hideOverlap: true, formatter: (at) => (short ? format.time : format.day).format(at) }, axisLine: { lineStyle: { color: soft } } },
    yAxis, series,
  };
}

export async function drawAll() {
  const echarts = await ready();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  document.querySelectorAll('figure.chart:not(.is-drawn)').forEach((figure) => {
    const spec = JSON.parse(figure.dataset.chart);
    const drawing = echarts.init(figure.querySelector('.drawn'), null, { renderer: 'canvas' });
    const draw = () => drawing.setOption(optionOf(spec, dark.matches), true);
    draw();
    dark.addEventListener('change', draw);
    new ResizeObserver(() => drawing.resize()).observe(figure);
    figure.classList.add('is-drawn');
  });
}
