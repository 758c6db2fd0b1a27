using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace PhongTho.Cms.Media.Pictures;

/// <summary>Makes the renditions of a new picture before readers ask. What it loses in a restart is made when asked for.</summary>
public sealed class PicturePreparation(PictureFiles pictures, MediaStore store, TimeProvider clock) : BackgroundService
{
    private readonly Channel<(string Hash, int? Width, int? Height)> asked =
        Channel.CreateBounded<(string, int?, int?)>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Puts the picture in line; anything else is let pass.</summary>
    public void Ask(MediaFile file)
    {
        if (file.IsRaster)
        {
            asked.Writer.TryWrite((file.Hash, file.Width, file.Height));
        }
    }

    /// <summary>One rendition after another, so that a worker is always left for those who are waiting.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        store.ForgetAbandoned(clock.GetUtcNow());
        pictures.ForgetAbandoned(clock.GetUtcNow());
        await foreach (var (hash, width, height) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (var rendition in PictureWidths.All(width, height))
            {
                if (await pictures.MakeAsync(hash, rendition, stoppingToken) == PictureAnswer.Broken)
                {
                    break;
                }
            }
        }
    }
}
