using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace InspectionPortal.Web.Data;

/// <summary>Stands where a certificate is missing: no key is written in plain text.</summary>
internal sealed class RefusingEncryptor : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => throw new InvalidOperationException(
        "DataProtection:Certificate is not set, so no key for cookies and links can be stored.");
}
