using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>An archive that was sent, in a file that goes when it is closed.</summary>
/// <param name="Content">The file.</param>
/// <param name="IsTooLarge">True where it was larger and the rest was not taken.</param>
public sealed record ReceivedArchive(Stream Content, bool IsTooLarge) : IAsyncDisposable
{
    /// <summary>The largest that a page takes, as much as any page takes.</summary>
    public const int MostMegabytes = 60;

    /// <summary>Takes what is sent as far as it may be taken.</summary>
    public static async Task<ReceivedArchive> TakeAsync(Stream content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        var disk = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await StreamedForms.ReadPieceAsync(content, buffer, cancellationToken)) > 0;)
            {
                if (disk.Length + read > MostMegabytes * 1024L * 1024L)
                {
                    return new ReceivedArchive(disk, IsTooLarge: true);
                }

                await disk.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new ReceivedArchive(disk, IsTooLarge: false);
        }
        catch
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
