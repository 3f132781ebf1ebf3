using System.Text.RegularExpressions;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>Names of stored files, which the portal makes and no person chooses.</summary>
public static partial class FileNames
{
    /// <summary>A new name.</summary>
    public static string New() => Guid.NewGuid().ToString("N");

    /// <summary>True for a name that the portal could have made.</summary>
    public static bool IsOurs(string name) => OurName().IsMatch(name);

    /// <summary>The same name, once it is known to be ours.</summary>
    /// <exception cref="ArgumentException">The portal did not make it.</exception>
    public static string Checked(string name) =>
        IsOurs(name) ? name : throw new ArgumentException("Not a name that the portal gave.", nameof(name));

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex OurName();
}
