# RESULT lines → medians, rates and the ratios of the targets.
function median(name,   n, i, j, v, t) {
	n = count[name]
	for (i = 1; i <= n; i++) v[i] = secs[name, i]
	for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j] < v[j - 1]; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
	return v[int((n + 1) / 2)]
}
function rate(name) { return count[name] ? bytes[name] / median(name) / 1e6 : 0 }
function ratio(text, a, b, wanted) {
	if (rate(a) && rate(b)) printf "%-44s %6.2f  (wanted %s)\n", text, rate(a) / rate(b), wanted
}
$1 == "RESULT" {
	for (i = 2; i <= NF; i++) { split($i, pair, "="); field[pair[1]] = pair[2] }
	name = field["name"]
	if (!count[name]++) order[++names] = name
	secs[name, count[name]] = field["secs"]
	bytes[name] = field["bytes"]
	sents[name] = field["sents"]
}
END {
	printf "%-24s %8s %12s\n", "", "MB/s", "sentences/s"
	for (i = 1; i <= names; i++) {
		name = order[i]
		printf "%-24s %8.1f %12d\n", name, rate(name), sents[name] / median(name)
	}
	print ""
	ratio("sentences and tokens / ICU's pair", "text", "icu-pair", 2)
	ratio("with 10,000 aliases / ICU's pair", "text+10k", "icu-pair", 1.5)
	ratio("all layers / calibrator", "all", "calibrator", 0.12)
	ratio("all layers, 10,000 aliases / calibrator", "all+10k", "calibrator", "-")
}
