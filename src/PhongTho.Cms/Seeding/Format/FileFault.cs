namespace PhongTho.Cms.Seeding;

/// <summary>What is wrong in a file, said to the person who wrote it.</summary>
/// <param name="Line">Counts from 1; null when the whole file is meant.</param>
public sealed record FileFault(int? Line, string Message);
