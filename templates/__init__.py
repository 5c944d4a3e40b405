"""Words only: the letters that the desk sends."""
