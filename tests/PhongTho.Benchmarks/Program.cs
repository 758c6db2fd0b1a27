using PhongTho.Benchmarks;

// Speed and memory claims, each as a ratio to a reference measured in the same run.
// dotnet run -c Release --project tests/PhongTho.Benchmarks -- pages | import [texts] | search [texts] [--like TEXTS.jsonl] [--words n] [--alone] | lists [items] | quality TEXTS.jsonl QUESTIONS.jsonl [--failures] | pictures | weights
var count = args.Length > 1 && int.TryParse(args[1], System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 10_000;
switch (args)
{
    case ["pages", ..]:
        await PageBenchmark.RunAsync();
        return 0;
    case ["import", ..]:
        await ImportBenchmark.RunAsync(count);
        return 0;
    case ["search", ..]:
        SearchBenchmark.Run(
            count,
            args.SkipWhile(argument => argument != "--like").ElementAtOrDefault(1),
            args.SkipWhile(argument => argument != "--words").ElementAtOrDefault(1) is { } words ? int.Parse(words, System.Globalization.CultureInfo.InvariantCulture) : null,
            references: !args.Contains("--alone"));
        return 0;
    case ["lists", ..]:
        await ListBenchmark.RunAsync(count);
        return 0;
    case ["quality", var texts, var questions, .. var more]:
        SearchQuality.Run(texts, questions, failures: more.Contains("--failures"));
        return 0;
    case ["weights"]:
        await WeightBenchmark.RunAsync();
        return 0;
    case ["pictures"]:
        await PictureBenchmark.RunAsync();
        return 0;
    case ["picture", var name]:
        await PictureBenchmark.OneAsync(name);
        return 0;
    default:
        Console.Error.WriteLine("Benchmarks: pages | import [texts] | search [texts] [--like TEXTS.jsonl] [--words n] [--alone] | lists [items] | quality TEXTS.jsonl QUESTIONS.jsonl [--failures] | pictures | weights");
        return 2;
}
