print("writ-dev")
