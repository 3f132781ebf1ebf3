using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace InspectionPortal.Web.Commands;

/// <summary>Checks an evidence pack: every file has the hash that the pack's list gives it, none is missing and none was added.</summary>
public static class PackVerb
{
    public const string Name = "pack";

    private const string Manifest = "manifest.csv";
    private const int HashLength = 64;

    /// <summary>Checks a file and prints one line.</summary>
    /// <param name="file">The zip.</param>
    /// <param name="output">Gets a line where it is whole.</param>
    /// <param name="error">Gets a line for each file that is not.</param>
    /// <returns>True where it is whole.</returns>
    public static async Task<bool> VerifyAsync(string file, TextWriter output, TextWriter error)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file);
            if (zip.GetEntry(Manifest) is not { } manifest)
            {
                await error.WriteLineAsync($"{file} has no {Manifest}: it is no evidence pack, or its end is missing.");
                return false;
            }

            var listed = await ListedAsync(manifest);
            var problems = new List<string>();
            foreach (var (path, hash) in listed)
            {
                problems.AddRange(zip.GetEntry(path) is not { } entry ? [$"{path} is missing."]
                    : await HashAsync(entry) == hash ? [] : [$"{path} was changed."]);
            }

            problems.AddRange(zip.Entries.Where(e => e.FullName != Manifest && !listed.ContainsKey(e.FullName))
                .Select(e => $"{e.FullName} is not in {Manifest}."));
            foreach (var problem in problems)
            {
                await error.WriteLineAsync(problem);
            }

            await (problems.Count == 0 ? output.WriteLineAsync($"{listed.Count} files are unchanged.") : Task.CompletedTask);
            return problems.Count == 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file} cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }

    /// <summary>Path and hash: the first two cells, which hold no comma and no quotation mark.</summary>
    private static async Task<Dictionary<string, string>> ListedAsync(ZipArchiveEntry manifest)
    {
        using var reader = new StreamReader(await manifest.OpenAsync(), Encoding.UTF8);
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadLineAsync() is { } line)
        {
            var cells = line.Split(',', 3);
            if (cells.Length == 3 && cells[0].Length == HashLength && cells[0].All(char.IsAsciiHexDigitLower))
            {
                listed[cells[1]] = cells[0];
            }
        }

        return listed;
    }

    private static async Task<string> HashAsync(ZipArchiveEntry entry)
    {
        await using var content = await entry.OpenAsync();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    }
}
