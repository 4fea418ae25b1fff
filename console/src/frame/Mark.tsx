export function Mark() {
  return <img src="/truefill.svg" width={36} height={36} alt="" />
}
