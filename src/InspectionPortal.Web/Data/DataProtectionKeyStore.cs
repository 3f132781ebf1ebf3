using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data;

/// <summary>Keeps the keys of cookies and forms in the database, so that every node reads what another wrote.</summary>
/// <param name="scopes">Where the database comes from.</param>
/// <param name="logger">Says which keys are not used.</param>
/// <param name="mayBePlain">False where a key in plain text is not used: whoever has read a copy of the database has it too.</param>
public sealed class DataProtectionKeyStore(IServiceScopeFactory scopes, ILogger<DataProtectionKeyStore> logger, bool mayBePlain) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var stored = database.DataProtectionKeys.AsNoTracking().Where(k => k.Xml != null).Select(k => k.Xml!).AsEnumerable().Select(x => XElement.Parse(x));
        var used = stored.ToLookup(element => mayBePlain || !IsPlain(element));
        if (used[false].Any())
        {
            logger.LogWarning(
                "{Count} keys in data_protection_keys are in plain text, from before a certificate was set. They are not used; delete them.", used[false].Count());
        }

        return [.. used[true]];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.Add(new DataProtectionKeyRow { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        database.SaveChanges();
    }

    /// <summary>An encrypted key holds an encrypted secret in place of its master key.</summary>
    private static bool IsPlain(XElement element) => element.Descendants().Any(e => e.Name.LocalName == "masterKey");
}
