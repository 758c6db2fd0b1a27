using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PhongTho.Search.Indexing;

/// <summary>The folder of an index and its only writer: commits carry documents, position and schema together.</summary>
internal sealed class IndexFolder : IDisposable
{
    private const string SchemaEntry = "schema";
    private const string PositionEntry = "position";
    private const string RemainsEntry = "remains";
    private const double BufferMegabytes = 64;
    private const double SegmentsPerTier = 5;

    private readonly FSDirectory _directory;
    private IndexWriter _writer;

    private IndexFolder(FSDirectory directory)
    {
        _directory = directory;
        _writer = OpenWriter(directory);
    }

    /// <summary>Opens what a former process committed; whatever is not sound or of another schema gives way to an empty index at position 0.</summary>
    /// <exception cref="LockObtainFailedException">A living process has this folder open.</exception>
    public static IndexFolder Open(string path)
    {
        var directory = new IndexDirectory(path);
        try
        {
            if (IsSound(directory))
            {
                return new IndexFolder(directory);
            }
            Clear(directory);
            var folder = new IndexFolder(directory);
            folder.Commit(_ => { }, position: 0, hasRemains: false);
            return folder;
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Writes and commits, or leaves the last commit as it was.</summary>
    public void Commit(Action<IndexWriter> write, long position, bool hasRemains)
    {
        try
        {
            write(_writer);
            _writer.SetCommitData(new Dictionary<string, string>
            {
                [SchemaEntry] = Schema.Version,
                [PositionEntry] = position.ToString(CultureInfo.InvariantCulture),
                [RemainsEntry] = hasRemains ? "1" : "",
            });
            _writer.Commit();
        }
        catch
        {
            // Rolling back closes the writer, and an unusable index must not outlive one failed write.
            _writer.Rollback();
            _writer = OpenWriter(_directory);
            throw;
        }
    }

    /// <summary>The last commit as a reader, sharing what it can with an older one.</summary>
    public DirectoryReader Read(DirectoryReader? older)
    {
        if (older is null)
        {
            return DirectoryReader.Open(_directory);
        }
        // Named explicitly: Lucene takes a commit that moved only the position for no change at all.
        var last = DirectoryReader.ListCommits(_directory)[^1];
        return DirectoryReader.OpenIfChanged(older, last) ?? throw new InvalidOperationException("The last commit is already open.");
    }

    public static long PositionOf(DirectoryReader reader) =>
        long.Parse(reader.IndexCommit.UserData[PositionEntry], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static bool HasRemains(DirectoryReader reader) => reader.IndexCommit.UserData.TryGetValue(RemainsEntry, out var remains) && remains.Length > 0;

    public void Dispose()
    {
        // Every write was committed or rolled back; merges under way may be lost, they are only tidiness.
        _writer.Dispose(waitForMerges: false);
        _directory.Dispose();
    }

    // Reading every checksum once costs little beside answering wrongly until someone notices.
    private static bool IsSound(FSDirectory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory))
            {
                return false;
            }
            using var reader = DirectoryReader.Open(directory);
            if (!reader.IndexCommit.UserData.TryGetValue(SchemaEntry, out var schema) || schema != Schema.Version)
            {
                return false;
            }
            foreach (var leaf in reader.Leaves)
            {
                leaf.AtomicReader.CheckIntegrity();
            }
            return true;
        }
        catch (Exception broken) when (IsCorruption(broken))
        {
            return false;
        }
    }

    // Beside IOException a damaged header makes Lucene read nonsense lengths and stumble over them.
    private static bool IsCorruption(Exception exception) =>
        exception is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException
            or NullReferenceException or OutOfMemoryException or KeyNotFoundException or FormatException or InvalidCastException;

    private static void Clear(FSDirectory directory)
    {
        var gate = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!gate.Obtain())
        {
            throw new LockObtainFailedException($"The search index in {directory.Directory.FullName} is open in another process.");
        }
        using (gate)
        {
            foreach (var file in directory.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME))
            {
                directory.DeleteFile(file);
            }
        }
    }

    private static IndexWriter OpenWriter(FSDirectory directory) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = BufferMegabytes,
            MergePolicy = new TieredMergePolicy
            {
                // Every term of a question is looked up in every segment: fewer segments cost merging, which happens aside, and save every question.
                SegmentsPerTier = SegmentsPerTier,
                // What is purged must go, however small a share of its segment it is.
                ForceMergeDeletesPctAllowed = 0,
            },
        });
}
