"""Trains the detector of controls: screens from several toolkits with the toolkits' own truth, the net, its figures."""
