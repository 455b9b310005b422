# Brings a log of sendmail -X (side=server) or of swaks (side=client) to one form, so that diff can compare them: what a careful
# user does today. The server's lines get their process id in front, to be sorted by it.
side == "server" { text = substr($0, length($1) + 6); sub(/\r$/, "", text); print $1, ($2 == ">>>" ? "S: " : "C: ") text }
side == "client" && /^<-  / { print "S: " substr($0, 5) }
side == "client" && /^ -> / { print "C: " substr($0, 5) }
