namespace PhongTho.Cms.Data;

/// <summary>
/// Keeps the processes of one data folder apart for a moment. The operating system gives the lock back when its
/// holder dies, however it dies; a row in the database would not be.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the lock called <paramref name="name"/>; disposing gives it back.</summary>
    public static async Task<IDisposable> TakeAsync(string folder, string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name + ".lock");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (IsTaken(failure))
            {
                await Task.Delay(Again, TimeProvider.System, cancellation);
            }
        }
    }

    /// <summary>Sharing violation of Windows, EWOULDBLOCK of Linux and macOS.</summary>
    private static bool IsTaken(IOException failure) => (failure.HResult & 0xFFFF) is 32 or 11 or 35;
}
