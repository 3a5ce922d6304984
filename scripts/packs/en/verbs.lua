-- Forms that are hardly ever anything but a finite verb: by them a clause is told from a noun phrase.
local finite = {}
for form in ([[
	went came gave took made knew saw became began brought kept left lost met paid ran sat sent spent stood won
	fell grew led rose sold threw wore drew drove ate flew hid shook sang sank stole struck tore woke broke fought
	caught taught bought built sought forgot goes comes gets gives takes makes knows sees becomes begins brings keeps
	loses pays sits sends stands wins falls grows leads sells throws wears happens seems remains appears exists includes
	contains involves requires represents continues follows depends tends lacks lets seemed appeared remained happened
	continued became decided tried failed managed refused wanted turned looked moved walked worked lived died arrived
	returned entered joined helped allowed gained served stayed started stopped ended opened closed
]]):gmatch("%S+") do
	finite[#finite + 1] = form
end

return {classes = {["verb"] = finite}}
