using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Members;

namespace PhongTho.Cms.Data;

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> table)
    {
        table.ToTable("Member");
        table.Property(member => member.Name).HasMaxLength(120);
        table.Property(member => member.Unit).HasMaxLength(120);
        table.Property(member => member.Roles).HasMaxLength(200).HasConversion(
            roles => string.Join(' ', roles.Select(Roles.KeyOf)),
            stored => Read(stored),
            new ValueComparer<IReadOnlyList<Role>>((left, right) => left!.SequenceEqual(right!), roles => roles.Aggregate(0, (hash, role) => HashCode.Combine(hash, role))));
    }

    private static Role[] Read(string stored) => [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Roles.Find).OfType<Role>()];
}

internal sealed class MemberSessionTable : IEntityTypeConfiguration<MemberSession>
{
    public void Configure(EntityTypeBuilder<MemberSession> table)
    {
        table.ToTable("MemberSession");
        table.HasKey(session => session.Id);
        table.Property(session => session.Id).HasMaxLength(64);
        table.Property(session => session.Device).HasMaxLength(200);
        table.HasIndex(session => session.MemberId);
        table.HasIndex(session => session.ExpiresAt);
        table.HasOne<Member>().WithMany().HasForeignKey(session => session.MemberId);
    }
}

internal sealed class MemberLinkTable : IEntityTypeConfiguration<MemberLink>
{
    public void Configure(EntityTypeBuilder<MemberLink> table)
    {
        table.ToTable("MemberLink");
        table.HasKey(link => link.Id);
        table.Property(link => link.Id).HasMaxLength(64);
        table.HasIndex(link => link.MemberId);
        table.HasOne<Member>().WithMany().HasForeignKey(link => link.MemberId);
    }
}

// The tables of Identity under the names of the house.
internal sealed class MemberClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> table) => table.ToTable("MemberClaim");
}

internal sealed class MemberLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> table) => table.ToTable("MemberLogin");
}

internal sealed class MemberTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> table) => table.ToTable("MemberToken");
}

internal sealed class MemberPasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> table)
    {
        table.ToTable("MemberPasskey");
        table.HasKey(passkey => passkey.CredentialId);
        table.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        table.HasOne<Member>().WithMany().HasForeignKey(passkey => passkey.UserId);
        table.OwnsOne(passkey => passkey.Data).ToJson();
    }
}
