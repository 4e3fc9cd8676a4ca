// One line drawing for each `icon` of spec/kinds.json, 24 by 24, stroked.

const ICONS: Readonly<Record<string, string>> = {
  explosion: 'M12 2v5M12 17v5M2 12h5M17 12h5M5 5l3 3M16 16l3 3M19 5l-3 3M8 16l-3 3',
  gunfire: 'M12 5a7 7 0 1 0 .1 0zM12 2v6M12 16v6M2 12h6M16 12h6',
  shelling: 'M2 18C5 5 15 4 18 13M14.5 11.5l3.5 2 2-3.5M12 20h10M15 17l-1-1M21 17l1-1',
  missile: 'M12 2c3 3 4 7 4 11v3H8v-3c0-4 1-8 4-11zM8 11l-3 4v4l3-3M16 11l3 4v4l-3-3M12 19v3M12 8v.1',
  drone: 'M9 9h6v6H9zM9 9L5 5M15 9l4-4M9 15l-4 4M15 15l4 4M2 5h6M16 5h6M2 19h6M16 19h6',
  takeoff: 'M3 20h18M6 15l13-5c2-1 1-3-1-3l-4 1.5L8 5 6.5 5.5 10 10l-3.5 1.5L4 10l-1 .5z',
  aircraft: 'M12 2c1 0 1.5 2 1.5 4v3l8 5v2l-8-2v4l2.5 2v1.5L12 20l-4 1.5V20l2.5-2v-4l-8 2v-2l8-5V6c0-2 .5-4 1.5-4z',
  helicopter: 'M3 4h18M12 4v4M6 12c0-3 3-4 6-4h2c4 0 6 3 6 6v2H10c-3 0-4-2-4-4zM6 11H2M2 9v4M8 20h13M11 16v4M17 16v4',
  siren: 'M6 17v-5a6 6 0 0 1 12 0v5M4 17h16v3H4zM12 2v1M3 6l1.5 1M21 6l-1.5 1',
  column: 'M2 7h5v5H2zM9.5 7h5v5h-5zM17 7h5v5h-5zM3 17h17M17 14l3 3-3 3',
  vehicle: 'M2 7h11v9H2zM13 10h5l3 3v3h-8M6.5 15a2 2 0 1 0 .1 0zM17 15a2 2 0 1 0 .1 0z',
  train: 'M6 3h12v13H6zM6 10h12M9 16l-3 5M15 16l3 5M7.5 19h9M9 13h.1M15 13h.1',
  camp: 'M12 4L3 20h18zM12 11l-4 9M12 11l4 9M12 4V2',
  'border-troops': 'M4 3v18M4 4h8l-2 2.5L12 9H4M16.5 11a2.2 2.2 0 1 0 .1 0zM12 21c0-5 9-5 9 0',
  'border-crossing': 'M9 2v4M9 9v.1M9 15v.1M9 18v4M3 12h17M16 8l4 4-4 4',
  roadblock: 'M2 8h20v6H2zM6 14l4-6M12 14l4-6M18 14l4-6M5 14v6M19 14v6M5 8V5M19 8V5',
  hospital: 'M4 4h16v16H4zM12 8v8M8 12h8',
  arrest: 'M6.5 10a4 4 0 1 0 .1 0zM17.5 10a4 4 0 1 0 .1 0zM10.5 13h3M7 10l3-4M17 10l-3-4',
  raid: 'M8 21V3h11v18M5 21h17M11 12h.1M2 8l3 2M2 12h3M2 16l3-2',
  protest: 'M5 3h14v10H5zM12 13v9M8 7h8M8 10h5',
  'crowd-dispersed': 'M12 9.5a2.5 2.5 0 1 0 .1 0zM9 7L5 4M15 7l4-3M8 12H3M16 12h5M9 17l-4 4M15 17l4 4',
  'ballot-box': 'M3 11h18v10H3zM8 11V3h8v8M10 15h4M10.5 6.5l1 1 2-2',
  'polling-closed': 'M3 11h18v10H3zM9.5 13.5l5 5M14.5 13.5l-5 5M8 11V4h8v7',
  'observer-out': 'M2 12c5-7 15-7 20 0c-5 7-15 7-20 0zM12 9a3 3 0 1 0 .1 0zM4 3l16 18',
  network: 'M3 9c5-5 13-5 18 0M6.5 13c3-3 8-3 11 0M12 18h.1M5 3l14 18',
  power: 'M13 2L5 14h6l-1 8 9-13h-6z',
  water: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11zM4 3l16 18',
  fuel: 'M4 21V4h9v17M2 21h13M6.5 7h4v4h-4zM13 10l3-3v10a2 2 0 0 0 4 0V9l-3-3',
  bridge: 'M2 16h7l1-2 2 3 1-1h9M2 12c4 0 4-5 10-5s6 5 10 5M7 8.5V16M17 8.5V16M5 16v4M19 16v4',
  fire: 'M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-2 1-4 3-5 0 2 1 3 2 3 1-3 0-6 1-9z',
  flood: 'M2 14c3-3 4 2 7 0s4 2 7 0 4 1 6 0M2 19c3-3 4 2 7 0s4 2 7 0 4 1 6 0M6 11V7l6-4 6 4v4',
  chemical: 'M9 3h6M10 3v6L4 20h16L14 9V3M7.5 14h9',
  people: 'M8 5a2.5 2.5 0 1 0 .1 0zM16 4a2 2 0 1 0 .1 0zM3 20c0-8 10-8 10 0M13.5 13c4-3 8 0 8 6',
  shelter: 'M3 11l9-7 9 7M5 10v10h14V10M9 20v-6h6v6',
  escape: 'M3 20h5v-5h5v-5h5V4M14 8l4-4 4 4',
  rescuers: 'M12 3a9 9 0 1 0 .1 0zM12 8a4 4 0 1 0 .1 0zM6 6l3 3M15 15l3 3M18 6l-3 3M9 15l-3 3',
  other: 'M5 12h.1M12 12h.1M19 12h.1',
};

/** The drawing's path; a kind newer than this page gets the one for "something else". */
export function iconPath(icon: string): string {
  return ICONS[icon] ?? (ICONS['other'] as string);
}
