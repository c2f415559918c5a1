"""MiniWoB++ (Farama Foundation, MIT): small web pages that each set a problem and judge it by a reward of their own."""
