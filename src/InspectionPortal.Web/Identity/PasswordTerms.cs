using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>Says in plain English what Identity finds wrong with a password.</summary>
public sealed class PasswordTerms : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = nameof(PasswordTooShort), Description = $"Password must be {length} characters or more" };

    public override IdentityError PasswordMismatch() =>
        new() { Code = nameof(PasswordMismatch), Description = "Current password is not correct. Enter it again" };
}
