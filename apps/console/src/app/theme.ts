/** Mantine in the console's own colours and sizes: dense, calm, the same in both colour schemes. */
import {
  Button,
  createTheme,
  Kbd,
  Loader,
  Modal,
  type MantineThemeOverride,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Surfaces and lines of the dark scheme, as in `theme.css`: text, its weaker forms, lines, panels, page. */
const DARK = [
  '#dbe3ea',
  '#b9c4ce',
  '#93a1af',
  '#7d8b99',
  '#303d4a',
  '#27323d',
  '#1a232c',
  '#141b22',
  '#0e1318',
  '#0a0e12',
] as const;
/** The blue of what one may press and of what is chosen. */
const BLUE = [
  '#e8f0fb',
  '#cfe0f6',
  '#a5c6ee',
  '#7aabe5',
  '#6aa8ff',
  '#3f86dd',
  '#2f6fc0',
  '#1f5aa8',
  '#234a80',
  '#2d5c9c',
] as const;

export const theme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  colors: { dark: DARK, blue: BLUE },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 5,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs', autosize: true, minRows: 3 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    // Its label is read aloud only if it has a role.
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 0 }, zIndex: 400, yOffset: '10dvh' } }),
  },
});
