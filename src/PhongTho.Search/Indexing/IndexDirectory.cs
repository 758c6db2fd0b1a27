using Lucene.Net.Store;

namespace PhongTho.Search.Indexing;

/// <summary>
/// The files of an index: terms and their documents mapped into memory, what each document says read from the file. Texts are much the
/// greater part, and of a million only some hundreds are read for a question: mapped, all that were ever read would count as the process's memory.
/// </summary>
internal sealed class IndexDirectory(string path) : MMapDirectory(path)
{
    private const string DocumentValues = ".dvd";

    private readonly NIOFSDirectory _reading = new(path);

    public override IndexInput OpenInput(string name, IOContext context) =>
        name.EndsWith(DocumentValues, StringComparison.Ordinal) ? _reading.OpenInput(name, context) : base.OpenInput(name, context);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reading.Dispose();
        }
        base.Dispose(disposing);
    }
}
